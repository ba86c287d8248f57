using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.People;

namespace Keyline.Server.Human.Passkeys;

/// <summary>The one person that a ceremony is about, as the framework's passkey handler sees users.</summary>
internal sealed class PasskeyOwner(Person person, IReadOnlyList<Passkey> passkeys)
{
    /// <summary>The WebAuthn user handle: the person's identifier and nothing personal.</summary>
    public string Id { get; } = person.Id.Value.ToString("N");

    public Person Person { get; } = person;

    public IReadOnlyList<Passkey> Passkeys { get; } = passkeys;
}
