namespace Keyline.Server.Cli.Demo;

/// <summary>What the demo remembers of its first start, beside the database.</summary>
public sealed record DemoState
{
    /// <summary>The port that every address in the database names.</summary>
    public required int Port { get; init; }

    /// <summary>The secret of the break-glass account's authenticator app, in Base32. It is a demo: elsewhere nobody keeps it.</summary>
    public required string BreakGlassSecret { get; init; }
}
