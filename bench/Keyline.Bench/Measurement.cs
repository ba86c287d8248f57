using System.Diagnostics;

namespace Keyline.Bench;

/// <summary>How often something is done in a second of processor time, measured in rounds that take turns.</summary>
internal static class Measurement
{
    private const int Batch = 16;

    /// <summary>One round: repeats for about that long, and counts per second of this process's processor time.</summary>
    public static double PerCpuSecond(Action work, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var count = 0;
        while (watch.Elapsed < length)
        {
            for (var i = 0; i < Batch; i++)
            {
                work();
            }

            count += Batch;
        }

        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <summary>The bytes that one repetition allocates.</summary>
    public static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
