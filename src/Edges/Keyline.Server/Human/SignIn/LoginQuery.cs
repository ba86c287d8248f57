namespace Keyline.Server.Human.SignIn;

/// <summary>The query of the address that starts a sign-in.</summary>
internal sealed record LoginQuery
{
    /// <summary>Where to sign in; without it the first page asks.</summary>
    public string? Connection { get; init; }

    public string? Return { get; init; }

    /// <summary>The assurance that is needed, for a step-up.</summary>
    public string? Level { get; init; }

    /// <summary>What the person typed.</summary>
    public string? Hint { get; init; }
}
