namespace Keyline.OpenId;

/// <summary>
/// A named refusal: the code for programs, the rest for the operator. It never holds a token, a code or a secret, and
/// what came from outside is shortened and stripped of control characters.
/// </summary>
/// <param name="Code">What was refused.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Came">What came instead.</param>
/// <param name="ToDo">What the operator can do about it.</param>
public sealed record OAuthFault(OAuthFaultCode Code, string Expected, string Came, string ToDo)
{
    /// <summary>The <c>error</c> value of the provider, when the provider refused and not we.</summary>
    public string? ProviderError { get; init; }

    /// <summary>The whole refusal in one sentence.</summary>
    public string Detail => $"expected {Expected}; came {Came}; {ToDo}";
}
