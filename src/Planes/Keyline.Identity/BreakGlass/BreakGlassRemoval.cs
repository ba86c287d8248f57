using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>Takes everything from an account with which somebody could come in. The person's row stays, for the audit log.</summary>
public sealed class BreakGlassRemoval(
    IPersonStore people, IBreakGlassStore store, IPasswordStore passwords, SecondFactorRemoval factors, ICredentialLinkStore links,
    IKnownDeviceStore devices)
{
    internal async Task AddAsync(Person person, CancellationToken ct)
    {
        // The user name is free again for a successor.
        people.Update(person with { State = PersonState.Deactivated, UserName = $"{Cut(person.UserName)}#{person.Id.Value:N}" });
        await store.RemoveAsync(person.TenantId, person.Id, ct);
        await passwords.RemoveAsync(person.TenantId, person.Id, ct);
        await factors.AddAsync(person, ct);
        await links.RemoveAllAsync(person.TenantId, person.Id, ct);
        await devices.RemoveAllAsync(person.TenantId, person.Id, except: null, ct);
    }

    private static string Cut(string name) => name.Length <= Person.MaxNameLength ? name : name[..Person.MaxNameLength];
}
