using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A public web server that has the dataset's files, compressed, side by side.</summary>
public sealed class MirrorSource(Uri address) : IDatasetSource
{
    // Someone without a network should not have to wait for one: connecting takes a second where it works.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StallTimeout = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => address.Host;

    /// <inheritdoc/>
    public FetchedFiles Fetch(IReadOnlyList<PublishedFile> files, string staging, Screen screen, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout }) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            foreach (var file in files)
                Download(client, file, Path.Combine(staging, file.Name + ".gz"), screen, cancellation).GetAwaiter().GetResult();
        }
        catch (HttpRequestException error)
        {
            throw new SourceUnavailableException(error.Message);
        }
        catch (IOException error)
        {
            throw new SourceUnavailableException(error.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceUnavailableException("no answer in time");
        }

        return new FetchedFiles(staging);
    }

    private async Task Download(HttpClient client, PublishedFile file, string path, Screen screen, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StallTimeout);
        using var response = await client.GetAsync(new Uri(address, file.Name + ".gz"), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.EnsureSuccessStatusCode();

        var total = response.Content.Headers.ContentLength ?? file.Length;
        using var bar = screen.Start($"Downloading {file.Name} from {Name}", total, announce: true);
        await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
        await using var target = File.Create(path);
        var buffer = new byte[1 << 16];
        for (long done = 0; ;)
        {
            patience.CancelAfter(StallTimeout);
            var read = await body.ReadAsync(buffer, patience.Token);
            if (read == 0) break;
            await target.WriteAsync(buffer.AsMemory(0, read), patience.Token);
            done += read;
            // Compressed, it is smaller than it will be: something that isn't must be something else.
            if (done > file.Length) throw new SourceUnavailableException($"what it sends for {file.Name} is too long");
            bar.Report(done);
        }
    }
}
