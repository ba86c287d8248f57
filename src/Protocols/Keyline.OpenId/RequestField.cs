using Keyline.Secrets;

namespace Keyline.OpenId;

/// <summary>A form field or header of a request. Any of them may be secret, so all are treated so.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, not encoded.</param>
public sealed record RequestField(string Name, SecretText Value)
{
    internal static RequestField Of(string name, string value) => new(name, new SecretText(value));
}
