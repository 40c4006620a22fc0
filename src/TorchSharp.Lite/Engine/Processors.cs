namespace TorchSharp.Engine;

/// <summary>How many cores there are to compute on.</summary>
internal static class Processors
{
    /// <summary>Physical cores, of those that the process may use: two threads of one core only share its arithmetic units.</summary>
    internal static int Cores()
    {
        try
        {
            var cores = Directory.EnumerateDirectories("/sys/devices/system/cpu", "cpu*")
                .Select(cpu => Path.Combine(cpu, "topology/thread_siblings_list"))
                .Where(File.Exists)
                .Select(File.ReadAllText)
                .Distinct()
                .Count();
            return Math.Clamp(cores, 1, Environment.ProcessorCount);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Environment.ProcessorCount;
        }
    }
}
