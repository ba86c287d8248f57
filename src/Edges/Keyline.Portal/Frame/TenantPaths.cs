using Keyline.Secrets;

namespace Keyline.Portal.Frame;

/// <summary>The addresses of one tenant's pages.</summary>
public readonly record struct TenantPaths(string Slug)
{
    public string Home => $"/t/{Slug}/";

    public string Console => $"/t/{Slug}/console";

    public string Account => $"/t/{Slug}/account";

    public string Live => $"/t/{Slug}/live";

    public string Login => $"/t/{Slug}/login";

    public string Local => $"/t/{Slug}/local";

    public string Logout => $"/t/{Slug}/logout";

    /// <summary>Where the holder of a one-time link sets credentials.</summary>
    public string CredentialLink(SecretText secret) => $"{Local}/link/{secret.Reveal()}";

    public string InConsole(string path) => $"{Console}/{path}";

    public string InAccount(string path) => $"{Account}/{path}";
}
