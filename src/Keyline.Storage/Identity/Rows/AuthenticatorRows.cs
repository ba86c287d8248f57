using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Identity.Rows;

/// <summary>Passwords, second factors, known browsers, one-time links and the counters that slow guessing down.</summary>
internal sealed class AuthenticatorRows : IEntityTypeConfiguration<PasswordCredential>, IEntityTypeConfiguration<TotpCredential>,
    IEntityTypeConfiguration<StoredRecoveryCode>, IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<PasskeyCeremony>,
    IEntityTypeConfiguration<KnownDevice>, IEntityTypeConfiguration<CredentialLink>, IEntityTypeConfiguration<ThrottleCounter>
{
    public void Configure(EntityTypeBuilder<PasswordCredential> builder)
    {
        builder.ToTable("passwords").HasKey(password => password.PersonId);
        builder.Property(password => password.Hash).HasMaxLength(PasswordCredential.MaxHashLength);
    }

    public void Configure(EntityTypeBuilder<TotpCredential> builder)
    {
        builder.ToTable("totp_credentials").HasKey(totp => totp.PersonId);
        builder.Property(totp => totp.SealedSecret).HasMaxLength(TotpCredential.MaxSealedLength);
        builder.Property(totp => totp.SealedPending).HasMaxLength(TotpCredential.MaxSealedLength);
        builder.Ignore(totp => totp.IsActive);
    }

    public void Configure(EntityTypeBuilder<StoredRecoveryCode> builder) =>
        builder.ToTable("recovery_codes").HasKey(code => new { code.PersonId, code.Hash });

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.Property(passkey => passkey.Name).HasMaxLength(Passkey.MaxNameLength);
        builder.Property(passkey => passkey.Transports).HasJson().HasMaxLength(500);
        builder.HasIndex(passkey => passkey.CredentialId).IsUnique();
        builder.HasIndex(passkey => passkey.PersonId);
    }

    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("passkey_ceremonies").HasKey(ceremony => new { ceremony.Owner, ceremony.Purpose });
        builder.Property(ceremony => ceremony.State).HasMaxLength(PasskeyCeremony.MaxStateLength);
        builder.HasIndex(ceremony => ceremony.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices").HasKey(device => device.SecretHash);
        builder.HasIndex(device => device.PersonId);
        builder.HasIndex(device => device.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<CredentialLink> builder)
    {
        builder.ToTable("credential_links");
        builder.Property(link => link.SealedTotp).HasMaxLength(TotpCredential.MaxSealedLength);
        builder.HasIndex(link => link.SecretHash).IsUnique();
        builder.HasIndex(link => link.PersonId);
        builder.HasIndex(link => link.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<ThrottleCounter> builder)
    {
        builder.ToTable("throttle_counters").HasKey(counter => counter.Key);
        builder.Property(counter => counter.Key).HasConversion(new KeyConverter());
        builder.HasIndex(counter => counter.ExpiresAt);
    }

    private sealed class KeyConverter() : ValueConverter<ThrottleKey, byte[]>(key => key.ToBytes(), bytes => Read(bytes))
    {
        private static ThrottleKey Read(byte[] bytes) => ThrottleKey.FromBytes(bytes);
    }
}
