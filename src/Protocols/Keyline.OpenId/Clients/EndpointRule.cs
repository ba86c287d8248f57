namespace Keyline.OpenId.Clients;

/// <summary>What an address of a provider or of ours may look like.</summary>
internal static class EndpointRule
{
    public static bool Accepts(Uri address, bool insecureAllowHttp) =>
        address.IsAbsoluteUri && address.Fragment.Length == 0 && address.UserInfo.Length == 0 && address.Host.Length > 0
        && (address.Scheme == Uri.UriSchemeHttps || (insecureAllowHttp && address.Scheme == Uri.UriSchemeHttp));
}
