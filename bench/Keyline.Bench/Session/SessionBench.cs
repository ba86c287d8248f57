namespace Keyline.Bench.Session;

/// <summary>
/// Answers of <c>/t/{t}/api/me</c> per processor second of the server, beside those of an empty endpoint of the same process,
/// by number of live sessions. Server on one core, load from another; the two take turns, and the ratio is taken turn by turn.
/// </summary>
internal static class SessionBench
{
    private const int Turns = 5;
    private const int Seconds = 4;
    private static readonly int[] _sizes = [1_000, 100_000, 1_000_000];

    public static async Task RunAsync()
    {
        Console.WriteLine("| live sessions | empty /cpu s | api/me /cpu s | ratio (median) | ratios |");
        Console.WriteLine("|---|---|---|---|---|");
        var rates = new Dictionary<int, double>();
        foreach (var size in _sizes)
        {
            rates[size] = await MeasureAsync(size);
        }

        Console.WriteLine();
        Console.WriteLine($"api/me with {_sizes[^1]:N0} sessions, of that with {_sizes[0]:N0}: {rates[_sizes[^1]] / rates[_sizes[0]]:F2}");
    }

    private static async Task<double> MeasureAsync(int size)
    {
        var folder = Directory.CreateTempSubdirectory("keyline-bench-");
        try
        {
            var database = Path.Combine(folder.FullName, "keyline.db");
            await SeededDatabase.MakeAsync(database, size, secretsKept: Math.Min(size, 100_000));
            await using var server = await ServerProcess.StartAsync(address =>
                ["taskset", "-c", "0", Environment.ProcessPath!, "session-server", database, address]); // This program is a file.
            var me = $"{server.Address}/t/{SeededDatabase.Tenant}/api/me";
            var empty = server.Address + SessionServer.EmptyPath;
            await WarmAsync(server.Address, database + ".secrets");
            await RateAsync(server, empty, database);
            var turns = new List<(double Empty, double Me)>();
            for (var turn = 0; turn < Turns; turn++)
            {
                turns.Add((await RateAsync(server, empty, database), await RateAsync(server, me, database)));
            }

            var ratios = turns.Select(turn => turn.Me / turn.Empty).Order().ToArray();
            Console.WriteLine($"| {size:N0} | {Median(turns.Select(t => t.Empty)):N0} | {Median(turns.Select(t => t.Me)):N0} "
                + $"| {ratios[Turns / 2]:F2} | {string.Join(' ', ratios.Select(ratio => $"{ratio:F2}"))} |");
            return Median(turns.Select(turn => turn.Me));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> RateAsync(ServerProcess server, string url, string database)
    {
        var before = server.Cpu;
        var answers = await Wrk.RunAsync(url, database + ".secrets", Seconds);
        return answers / (server.Cpu - before).TotalSeconds;
    }

    // Each session once: the first check of a person reads their rights from the database, every later one does not.
    private static async Task WarmAsync(string address, string secrets)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var client = new HttpClient(handler);
        await Parallel.ForEachAsync(await File.ReadAllLinesAsync(secrets), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (secret, ct) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/t/{SeededDatabase.Tenant}/api/me");
            request.Headers.Add("Cookie", $"keyline-{SeededDatabase.Tenant}={secret}");
            using var answer = await client.SendAsync(request, ct);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
