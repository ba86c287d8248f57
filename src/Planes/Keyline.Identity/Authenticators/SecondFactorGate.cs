using System.Net;
using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators;

/// <summary>Slows down who guesses second proofs.</summary>
public sealed class SecondFactorGate(Throttle throttle, DeviceRecognition devices)
{
    public async Task<Admission> TakeAsync(Person person, IPAddress? address, SecretText? device, CancellationToken ct) =>
        await throttle.TakeAsync(
            new Attempt
            {
                TenantId = person.TenantId,
                Kind = AttemptKind.SecondFactor,
                Account = AccountKey.OfPerson(person.Id),
                Address = address,
                Device = await devices.FindAsync(person.TenantId, person.Id, device, ct),
            },
            ct);

    public Task SucceededAsync(Admission.Admitted admitted, CancellationToken ct) => throttle.SucceededAsync(admitted, ct);
}
