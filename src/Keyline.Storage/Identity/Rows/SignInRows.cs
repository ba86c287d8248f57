using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>What surrounds a sign-in: traces, test results, invitations, and the attributes that IdPs have sent.</summary>
internal sealed class SignInRows : IEntityTypeConfiguration<SignInTrace>, IEntityTypeConfiguration<StoredTestResult>,
    IEntityTypeConfiguration<SeenAttribute>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<SignInTrace> builder)
    {
        builder.ToTable("sign_in_traces").HasKey(trace => new { trace.TenantId, trace.Reference });
        builder.Property(trace => trace.Reference).HasMaxLength(SignInTrace.MaxReferenceLength);
        builder.Property(trace => trace.ProtocolCode).HasMaxLength(SignInTrace.MaxCodeLength);
        builder.Property(trace => trace.Detail).HasMaxLength(SignInTrace.MaxDetailLength);
        builder.Property(trace => trace.Checks).HasJson().HasMaxLength(200_000);
        builder.Ignore(trace => trace.AdviceKey);
        builder.HasIndex(trace => new { trace.TenantId, trace.At });
        builder.HasIndex(trace => trace.At);
    }

    public void Configure(EntityTypeBuilder<StoredTestResult> builder)
    {
        builder.ToTable("test_results");
        builder.Property(result => result.SealedResult).HasMaxLength(1_000_000);
        builder.HasIndex(result => result.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<SeenAttribute> builder)
    {
        builder.ToTable("seen_attributes").HasKey(seen => new { seen.TenantId, seen.ConnectionId, seen.Name });
        builder.Property(seen => seen.Name).HasMaxLength(SeenAttribute.MaxNameLength);
        builder.Property(seen => seen.Sample).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.CreatedBy).HasMaxLength(200);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.ExpiresAt);
    }
}
