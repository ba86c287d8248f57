namespace Keyline.OpenId.Requests;

/// <summary>What one sign-in asks for beyond the connection's settings.</summary>
public sealed record AuthorizationOptions
{
    /// <summary>Nothing special.</summary>
    public static AuthorizationOptions None { get; } = new();

    /// <summary>Authentication classes to ask for, the best first.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>Whether the sign-in is refused unless it is of one of <see cref="AcrValues"/>.</summary>
    public bool RequireAcr { get; init; }

    /// <summary>How long ago the person may have signed in at the provider.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary><c>login</c>, <c>none</c>, <c>consent</c>, <c>select_account</c>, or null.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the person typed to sign in.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Whether the provider posts its response instead of redirecting with it.</summary>
    public bool FormPost { get; init; }

    /// <summary>
    /// Parameters that only this provider knows, such as <c>domain_hint</c> (Entra ID) or <c>hd</c> (Google). They cannot
    /// replace those of the protocol.
    /// </summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}
