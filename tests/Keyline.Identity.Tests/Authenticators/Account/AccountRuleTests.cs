using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.Tests.Authenticators.Account;

public class AccountRuleTests
{
    private static readonly DateTimeOffset _now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly SecondFactors _app = new(HasTotp: true, [], 10);

    [Theory]
    [InlineData(0, Assurance.Aal1, false, true)]
    [InlineData(0, Assurance.Aal1, true, false)]
    [InlineData(0, Assurance.Aal2, true, true)]
    [InlineData(10, Assurance.Aal2, true, true)]
    [InlineData(11, Assurance.Aal2, true, false)]
    [InlineData(-1, Assurance.Aal2, true, false)]
    public void I11_a_change_needs_a_fresh_sign_in_as_strong_as_the_person_can(int minutesAgo, Assurance assurance, bool hasFactor, bool fresh) =>
        Assert.Equal(fresh, FreshSignIn.Is(Session(minutesAgo, assurance), hasFactor ? _app : SecondFactors.None, _now));

    [Fact]
    public void A_break_glass_account_keeps_its_last_second_factor() =>
        Assert.Equal(AccountFaultCode.LastFactor, FactorRules.MayRemoveOne(NewPerson(PersonKind.BreakGlass), NewPassword(sufficesAlone: true), _app)?.Code);

    [Fact]
    public void A_short_password_needs_its_second_factor() => Assert.Equal(
        AccountFaultCode.PasswordTooShortAlone, FactorRules.MayRemoveOne(NewPerson(PersonKind.Member), NewPassword(sufficesAlone: false), _app)?.Code);

    [Fact]
    public void One_of_two_second_factors_may_go()
    {
        var two = new SecondFactors(HasTotp: true, [NewPasskey()], 0);

        Assert.Null(FactorRules.MayRemoveOne(NewPerson(PersonKind.BreakGlass), NewPassword(sufficesAlone: false), two));
        Assert.Null(FactorRules.MayRemoveOne(NewPerson(PersonKind.Member), NewPassword(sufficesAlone: true), _app));
    }

    [Fact]
    public void Somebody_without_a_password_here_changes_nothing_here()
    {
        Assert.Equal(AccountFaultCode.NotLocal, FactorRules.MayChange(null, fresh: true)?.Code);
        Assert.Equal(AccountFaultCode.NotFresh, FactorRules.MayChange(NewPassword(sufficesAlone: true), fresh: false)?.Code);
        Assert.Null(FactorRules.MayChange(NewPassword(sufficesAlone: true), fresh: true));
    }

    private static LiveSession Session(int minutesAgo, Assurance assurance) => new()
    {
        Id = SessionId.New(),
        TenantId = TenantId.New(),
        PersonId = PersonId.New(),
        Hash = default,
        Method = SignInMethod.Local,
        Assurance = assurance,
        AuthenticatedAt = _now.AddMinutes(-minutesAgo),
        ExpiresAt = _now.AddHours(8),
        IdleLimit = TimeSpan.FromHours(1),
        LastSeenAt = _now,
    };

    private static PasswordCredential NewPassword(bool sufficesAlone) =>
        new() { TenantId = TenantId.New(), PersonId = PersonId.New(), Hash = "hash", SufficesAlone = sufficesAlone, SetAt = _now };

    private static Passkey NewPasskey() => new()
    {
        Id = PasskeyId.New(),
        TenantId = TenantId.New(),
        PersonId = PersonId.New(),
        Name = "Key",
        CredentialId = [1],
        PublicKey = [2],
        SignCount = 0,
        CreatedAt = _now,
    };

    private static Person NewPerson(PersonKind kind) => new()
    {
        Id = PersonId.New(),
        TenantId = TenantId.New(),
        Kind = kind,
        UserName = "alice",
        DisplayName = "Alice",
        CreatedAt = _now,
    };
}
