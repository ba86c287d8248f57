using System.Net;
using Keyline.Identity.Authenticators;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Tests.LocalSignIn;

public class LocalStepTests
{
    private static readonly DateTimeOffset _now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly ProvedFactor _proof = new(SecondFactor.Totp, "authenticator app");

    [Fact]
    public void Lets_a_chosen_person_in_with_a_password_at_aal1()
    {
        var allowed = Assert.IsType<LocalStep.Allow>(LocalStep.Decide(Valid()));

        Assert.Equal((SignInMethod.Local, Assurance.Aal1), (allowed.Method, allowed.Assurance));
    }

    [Fact]
    public void Asks_whoever_has_a_second_factor_for_it_and_lets_them_in_at_aal2()
    {
        var facts = Valid() with { Factors = new SecondFactors(HasTotp: true, [], 10) };

        Assert.IsType<LocalStep.AskSecondFactor>(LocalStep.Decide(facts));
        Assert.Equal(Assurance.Aal2, Assert.IsType<LocalStep.Allow>(LocalStep.Decide(facts with { Proved = _proof })).Assurance);
    }

    [Fact]
    public void A_break_glass_account_always_needs_a_second_factor()
    {
        Assert.Equal(LocalFaultCode.NoSecondFactor, Deny(BreakGlass() with { Factors = SecondFactors.None }));
        Assert.IsType<LocalStep.AskSecondFactor>(LocalStep.Decide(BreakGlass()));
        Assert.Equal(SignInMethod.BreakGlass, Assert.IsType<LocalStep.Allow>(LocalStep.Decide(BreakGlass() with { Proved = _proof })).Method);
    }

    [Fact]
    public void Recovery_codes_alone_are_no_second_factor() =>
        Assert.Equal(LocalFaultCode.NoSecondFactor, Deny(BreakGlass() with { Factors = new SecondFactors(HasTotp: false, [], 10) }));

    [Fact]
    public void A_break_glass_account_comes_in_where_nobody_else_may() => Assert.IsType<LocalStep.Allow>(LocalStep.Decide(
        BreakGlass() with { Proved = _proof, Settings = new TenantSettings { TenantId = TenantId.New(), LocalSignIn = LocalSignInMode.Nobody } }));

    [Theory]
    [InlineData(LocalSignInMode.Nobody, true, false)]
    [InlineData(LocalSignInMode.ChosenPeople, true, true)]
    [InlineData(LocalSignInMode.ChosenPeople, false, false)]
    [InlineData(LocalSignInMode.Everybody, false, true)]
    [InlineData((LocalSignInMode)99, true, false)]
    public void The_tenant_and_the_person_say_who_may(LocalSignInMode mode, bool chosen, bool allowed)
    {
        var facts = Valid() with { Person = NewPerson() with { LocalSignIn = chosen } };
        var step = LocalStep.Decide(facts with { Settings = facts.Settings with { LocalSignIn = mode } });

        Assert.Equal(allowed, step is LocalStep.Allow);
    }

    [Fact]
    public void Refuses_each_thing_that_is_wrong_and_knows_which()
    {
        var person = NewPerson();
        Assert.Equal(LocalFaultCode.UnknownPerson, Deny(Valid() with { Person = null }));
        Assert.Equal(LocalFaultCode.WrongPassword, Deny(Valid() with { PasswordIsRight = false }));
        Assert.Equal(LocalFaultCode.Deactivated, Deny(Valid() with { Person = person with { State = PersonState.Deactivated } }));
        Assert.Equal(LocalFaultCode.NotAllowed, Deny(Valid() with { Person = person with { LocalSignIn = false } }));
        Assert.Equal(LocalFaultCode.NetworkNotAllowed, Deny(BreakGlass("198.51.100.0/24")));
        Assert.Equal(LocalFaultCode.NetworkNotAllowed, Deny(BreakGlass() with { BreakGlass = null }));
    }

    [Theory]
    [InlineData("192.0.2.7", true)]
    [InlineData("::ffff:192.0.2.7", true)]
    [InlineData("192.0.3.7", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("2001:db9::1", false)]
    [InlineData(null, false)]
    public void A_limited_account_works_from_its_networks_only(string? address, bool allowed)
    {
        var facts = BreakGlass("192.0.2.0/24", "2001:db8::/32") with { Address = address is null ? null : IPAddress.Parse(address) };

        Assert.Equal(allowed, LocalStep.Decide(facts) is LocalStep.AskSecondFactor);
    }

    private static LocalFaultCode Deny(LocalFacts facts) => Assert.IsType<LocalStep.Deny>(LocalStep.Decide(facts)).Code;

    private static LocalFacts Valid() => new()
    {
        Person = NewPerson(),
        PasswordIsRight = true,
        Settings = new TenantSettings { TenantId = TenantId.New(), LocalSignIn = LocalSignInMode.ChosenPeople },
        Factors = SecondFactors.None,
        BreakGlass = null,
        Address = IPAddress.Parse("192.0.2.7"),
        At = _now,
    };

    private static LocalFacts BreakGlass(params string[] networks)
    {
        var person = NewPerson() with { Kind = PersonKind.BreakGlass };
        return Valid() with
        {
            Person = person,
            Factors = new SecondFactors(HasTotp: true, [], 10),
            BreakGlass = new BreakGlassAccount { TenantId = person.TenantId, PersonId = person.Id, AllowedNetworks = networks, CreatedAt = _now },
        };
    }

    private static Person NewPerson() => new()
    {
        Id = PersonId.New(),
        TenantId = TenantId.New(),
        Kind = PersonKind.Member,
        UserName = "alice",
        DisplayName = "Alice",
        LocalSignIn = true,
        CreatedAt = _now,
    };
}
