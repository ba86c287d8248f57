using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Keyline.Storage.Identity.Rows;

/// <summary>People, who they are at connections, groups and memberships.</summary>
internal sealed class PeopleRows : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonIdentity>,
    IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<Membership>
{
    public const string UserNameKey = nameof(UserNameKey);
    public const string EmailKey = nameof(EmailKey);
    public const string PhoneKey = nameof(PhoneKey);
    public const string SearchKey = nameof(SearchKey);
    public const int MaxSearchKeyLength = 1500;

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.UserName).HasMaxLength(Person.MaxKeyLength);
        builder.Property(person => person.Email).HasMaxLength(Person.MaxKeyLength);
        builder.Property<string>(UserNameKey).HasMaxLength(Person.MaxKeyLength);
        builder.Property<string?>(EmailKey).HasMaxLength(Person.MaxKeyLength);
        builder.Property<string?>(PhoneKey).HasMaxLength(32);
        builder.Property<string>(SearchKey).HasMaxLength(MaxSearchKeyLength);
        builder.HasIndex(nameof(Person.TenantId), UserNameKey).IsUnique();
        builder.HasIndex(nameof(Person.TenantId), EmailKey);
        builder.HasIndex(nameof(Person.TenantId), PhoneKey);
        builder.HasIndex(person => new { person.TenantId, person.Id });
    }

    public void Configure(EntityTypeBuilder<PersonIdentity> builder)
    {
        builder.ToTable("person_identities").HasKey(identity => new { identity.ConnectionId, identity.Subject });
        builder.Property(identity => identity.Subject).HasMaxLength(PersonIdentity.MaxSubjectLength);
        builder.HasIndex(identity => identity.PersonId);
    }

    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("groups");
        builder.Property(group => group.Key).HasMaxLength(Group.MaxKeyLength);
        builder.Property(group => group.Name).HasMaxLength(Group.MaxKeyLength);
        builder.Property<string>(SearchKey).HasMaxLength(MaxSearchKeyLength);
        builder.Ignore(group => group.IsLocal);
        builder.HasIndex(group => new { group.ConnectionId, group.Key }).IsUnique();
        builder.HasIndex(group => new { group.TenantId, group.Id });
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships").HasKey(membership => new { membership.GroupId, membership.PersonId });
        builder.HasIndex(membership => membership.PersonId);
    }
}
