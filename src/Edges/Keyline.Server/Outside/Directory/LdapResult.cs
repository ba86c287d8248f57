namespace Keyline.Server.Outside.Directory;

/// <summary>How an operation ended (RFC 4511 4.1.9).</summary>
/// <param name="Code">The result code: 0 is success.</param>
/// <param name="Said">The server's own words, without control characters.</param>
internal sealed record LdapResult(int Code, string Said)
{
    public const int Success = 0;
    public const int TimeLimitExceeded = 3;
    public const int SizeLimitExceeded = 4;
    public const int AdminLimitExceeded = 11;
    public const int NoSuchObject = 32;
    public const int InvalidCredentials = 49;

    public override string ToString() => Said.Length > 0 ? $"LDAP code {Code}: {Said}" : $"LDAP code {Code}";
}
