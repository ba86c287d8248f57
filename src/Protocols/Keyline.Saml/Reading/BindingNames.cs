using Keyline.Saml.Messages;

namespace Keyline.Saml.Reading;

/// <summary>The bindings by their names in messages and metadata.</summary>
internal static class BindingNames
{
    public const string Redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    public const string Post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    public static string NameOf(SamlBinding binding) => binding == SamlBinding.Redirect ? Redirect : Post;

    public static bool TryParse(string? name, out SamlBinding binding)
    {
        binding = name == Redirect ? SamlBinding.Redirect : SamlBinding.Post;
        return name is Redirect or Post;
    }
}
