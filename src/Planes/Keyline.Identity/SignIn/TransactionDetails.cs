using System.Text.Json;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>What a sign-in under way must remember and nobody may see: it is kept sealed.</summary>
internal sealed record TransactionDetails
{
    /// <summary>The OpenID Connect request: nonce, PKCE verifier and what was asked for.</summary>
    public string? Pending { get; init; }

    /// <summary>The SAML classes of sign-in that were asked for; one of them must come.</summary>
    public IReadOnlyList<string> RequiredContexts { get; init; } = [];

    /// <summary>The invitation that this sign-in redeems.</summary>
    public Guid? Invitation { get; init; }

    /// <summary>Whether this is the second try, with a stronger sign-in asked for.</summary>
    public bool StepUp { get; init; }

    internal string Seal(SecretSealer sealer, TransactionId id) =>
        sealer.Seal(new SecretText(JsonSerializer.Serialize(this)), Purpose(id));

    internal static TransactionDetails Open(SecretSealer sealer, SignInTransaction transaction)
    {
        if (transaction.SealedVerifier is not { } text)
        {
            return new TransactionDetails();
        }

        // A row that this installation sealed and can't open is a broken world, not bad input.
        return sealer.Open(text, Purpose(transaction.Id)) is { Ok: true, Value: var json }
            ? JsonSerializer.Deserialize<TransactionDetails>(json.Reveal()) ?? new TransactionDetails()
            : throw new InvalidOperationException($"The details of sign-in {transaction.Id} can't be opened: is a master key missing?");
    }

    private static string Purpose(TransactionId id) => $"sign-in.details/{id}";
}
