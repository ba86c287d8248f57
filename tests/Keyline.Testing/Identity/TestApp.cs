using System.Security.Cryptography;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Testing.Identity;

/// <summary>An authenticator app with one secret.</summary>
public sealed class TestApp
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(TotpAlgorithm.SecretSize);

    /// <summary>The code of the step that an instant lies in, or of one some steps later.</summary>
    public string CodeAt(DateTimeOffset instant, int later = 0) => TotpAlgorithm.Code(_secret, TotpAlgorithm.StepAt(instant) + later);

    /// <summary>The app as it is stored for a person.</summary>
    public TotpCredential Stored(Person person, SecretSealer sealer) => new()
    {
        TenantId = person.TenantId,
        PersonId = person.Id,
        SealedSecret = sealer.Seal(new SecretText(Convert.ToBase64String(_secret)), TotpCredential.Purpose(person.Id)),
        ConfirmedAt = person.CreatedAt,
    };
}
