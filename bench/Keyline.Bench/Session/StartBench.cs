using Keyline.Secrets;

namespace Keyline.Bench.Session;

/// <summary>From the start of <c>keyline serve</c> on an existing database to ready, and the memory it keeps.</summary>
internal static class StartBench
{
    private const int Sessions = 100_000;
    private const int Runs = 5;

    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("keyline-bench-");
        try
        {
            var database = Path.Combine(folder.FullName, "keyline.db");
            await SeededDatabase.MakeAsync(database, Sessions, secretsKept: 1);
            var environment = new Dictionary<string, string> { ["KEYLINE_MasterKey"] = MasterKey.New().Export().Reveal() };
            var times = new List<double>();
            var memory = new List<double>();
            for (var run = 0; run <= Runs; run++)
            {
                await using var server = await ServerProcess.StartAsync(
                    address => ["dotnet", program, "serve", "--set", $"SqliteFile={database}", "--set", $"Listen={address}", "--set", $"PublicOrigin={address}"],
                    environment);
                await Task.Delay(TimeSpan.FromSeconds(5));
                if (run > 0)
                {
                    times.Add(server.ToReady.TotalSeconds);
                    memory.Add(server.Resident / 1024.0 / 1024.0);
                }
            }

            Console.WriteLine($"start to ready, {Sessions:N0} sessions: median {times.Order().ElementAt(Runs / 2):F2} s ({times.Min():F2} to {times.Max():F2})");
            Console.WriteLine($"resident memory 5 s later:    median {memory.Order().ElementAt(Runs / 2):F0} MB ({memory.Min():F0} to {memory.Max():F0})");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
