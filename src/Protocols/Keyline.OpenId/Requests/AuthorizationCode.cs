using Keyline.Secrets;

namespace Keyline.OpenId.Requests;

/// <summary>A code that belongs to a request of ours, from the provider that was asked. Only the verifier makes one.</summary>
public sealed class AuthorizationCode
{
    internal AuthorizationCode(SecretText code, PendingAuthorization request)
    {
        Code = code;
        Request = request;
    }

    /// <summary>The code, to be exchanged once.</summary>
    public SecretText Code { get; }

    /// <summary>The request that it answers.</summary>
    public PendingAuthorization Request { get; }
}
