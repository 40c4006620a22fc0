using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JaxNet.Samples.Tests.Datasets;

/// <summary>A web server on this machine, for one test.</summary>
/// <remarks>
/// On a bare socket: HttpListener.Close doesn't wake a GetContext that begins at the same moment, so a server on it
/// hangs now and then, and it cannot be asked for a free port.
/// </remarks>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    /// <summary>Serves what a function gives for a path; null is 404.</summary>
    public FileServer(Func<string, byte[]?> files)
    {
        listener.Start();
        Address = new Uri($"http://{listener.LocalEndpoint}/data/");
        serving = Task.Run(() => Serve(files));
    }

    public Uri Address { get; }

    public void Dispose()
    {
        closing.Cancel();
        serving.Wait();
        listener.Dispose();
        closing.Dispose();
    }

    // Each connection by itself: a client may open one that it never uses, while it waits for the answer on another.
    private async Task Serve(Func<string, byte[]?> files)
    {
        var answers = new List<Task>();
        try
        {
            while (true) answers.Add(Answer(await listener.AcceptTcpClientAsync(closing.Token), files));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task Answer(TcpClient client, Func<string, byte[]?> files)
    {
        using (client)
        {
            try
            {
                await Answer(client.GetStream(), files);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client has hung up, or the test is over.
            }
        }
    }

    private async Task Answer(NetworkStream stream, Func<string, byte[]?> files)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        if (await reader.ReadLineAsync(closing.Token) is not { Length: > 0 } request) return;
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync(closing.Token)))
        {
            // The headers say nothing that matters here.
        }

        var content = files(request.Split(' ')[1]);
        var status = content is null ? "404 Not Found" : "200 OK";
        var head = $"HTTP/1.1 {status}\r\nContent-Length: {content?.Length ?? 0}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), closing.Token);
        await stream.WriteAsync(content ?? [], closing.Token);
    }
}
