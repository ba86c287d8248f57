using Keyline.Bench.Saml;
using Keyline.Bench.Session;

// Each comparison is measured side by side in one run: dotnet run -c Release --project bench/Keyline.Bench -- NAME
switch (args)
{
    case ["saml", ..]:
        return SamlComparison.Run();
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
        Console.Error.WriteLine("Name a comparison: saml, session, or start with the path of Keyline.Server.dll");
        return 2;
}
