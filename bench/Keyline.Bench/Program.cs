using Keyline.Bench.Saml;

// Each comparison is measured side by side in one run: dotnet run -c Release --project bench/Keyline.Bench -- NAME
switch (args)
{
    case ["saml", ..]:
        return SamlComparison.Run();
    default:
        Console.Error.WriteLine("Name a comparison: saml");
        return 2;
}
