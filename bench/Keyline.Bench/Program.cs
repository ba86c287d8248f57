using Keyline.Bench.Session;

switch (args)
{
    case ["session"]:
        await SessionBench.RunAsync();
        return 0;
    case ["session-server", var database, var address]:
        await SessionServer.RunAsync(database, address);
        return 0;
    case ["start", var program]:
        await StartBench.RunAsync(program);
        return 0;
    default:
        Console.Error.WriteLine("usage: bench session | start Keyline.Server.dll");
        return 2;
}
