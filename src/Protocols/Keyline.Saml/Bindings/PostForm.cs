namespace Keyline.Saml.Bindings;

/// <summary>A form that the browser must post (Bindings 3.5.4). Whoever writes the page must escape what it shows.</summary>
/// <param name="Action">The address that it goes to.</param>
/// <param name="Fields">The hidden fields, in order.</param>
public sealed record PostForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);
