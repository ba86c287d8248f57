namespace Keyline.Portal.SignIn;

/// <summary>Carries a protocol message to another server by a form, as the SAML POST binding does.</summary>
/// <remarks>The answer's policy must let the form go there: <see cref="Headers.SecurityHeaders.AllowFormTo"/>.</remarks>
public sealed record PostOnModel
{
    /// <summary>The absolute address that the form posts to.</summary>
    public required string Destination { get; init; }

    /// <summary>The form's fields, such as <c>SAMLRequest</c> and <c>RelayState</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Values { get; init; }

    /// <summary>Whom the person is being taken to.</summary>
    public required string To { get; init; }

    public string? TenantName { get; init; }
}
