namespace Keyline.OpenId.Requests;

/// <summary>An authorization request, ready for the browser.</summary>
/// <param name="Address">Where the browser is sent. It holds state and nonce, so it is not logged.</param>
/// <param name="Pending">What is kept until the response.</param>
public sealed record PreparedAuthorization(Uri Address, PendingAuthorization Pending)
{
    /// <summary>The address without its query, which holds state and nonce.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Path)}, {Pending}";
}
