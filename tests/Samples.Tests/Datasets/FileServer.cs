using System.Net;

namespace JaxNet.Samples.Tests.Datasets;

/// <summary>A web server on this machine, for one test.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    /// <summary>Serves what a function gives for a path; null is 404.</summary>
    public FileServer(Func<string, byte[]?> files)
    {
        Address = Listen();
        serving = Task.Run(() => Serve(files));
    }

    public Uri Address { get; }

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    // A free port can only be found by trying.
    private Uri Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/data/";
            listener.Prefixes.Clear();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return new Uri(address);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
            }
        }
    }

    private void Serve(Func<string, byte[]?> files)
    {
        while (true)
        {
            try
            {
                var context = listener.GetContext();
                var content = files(context.Request.Url!.AbsolutePath);
                if (content is null) context.Response.StatusCode = 404;
                else context.Response.OutputStream.Write(content);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!listener.IsListening) return;
            }
        }
    }
}
