using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Policy;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Policy;

public class SignInDecisionTests
{
    private readonly SignInWorld _world = new();
    private SignInPolicy? _policy;

    [Fact]
    public void Lets_a_new_person_in() => Assert.IsType<SignInDecision.Allow>(Decide(Facts()));

    [Fact]
    public void Refuses_a_plan_without_single_sign_on() =>
        AssertDenied(SignInFaultCode.PlanWithoutSso, Facts() with { Tenant = _world.Tenant with { Plan = Plan.Basic } });

    [Fact]
    public void Refuses_a_connection_of_another_tenant() =>
        AssertDenied(SignInFaultCode.UnknownConnection, Facts() with { Tenant = SignInWorld.NewTenant("other") });

    [Fact]
    public void Refuses_a_connection_that_is_off()
    {
        _world.Connection = _world.Connection with { Enabled = false };

        AssertDenied(SignInFaultCode.ConnectionDisabled, Facts());
    }

    [Fact]
    public void Tests_a_connection_that_is_off()
    {
        _world.Connection = _world.Connection with { Enabled = false };

        Assert.IsType<SignInDecision.Allow>(Decide(Facts() with { Purpose = SignInPurpose.Test }));
    }

    [Fact]
    public void Refuses_a_deactivated_person() =>
        AssertDenied(SignInFaultCode.PersonDeactivated, Facts() with { Known = _world.Person("anna") with { State = PersonState.Deactivated } });

    [Fact]
    public void Refuses_a_break_glass_account() =>
        AssertDenied(SignInFaultCode.BreakGlassAccount, Facts() with { Known = _world.Person("anna", PersonKind.BreakGlass) });

    [Fact]
    public void Refuses_an_unknown_person_where_nobody_is_made()
    {
        _world.Connection = _world.Connection with { CreatesPeople = false };

        AssertDenied(SignInFaultCode.PersonUnknown, Facts());
    }

    [Fact]
    public void I4_refuses_an_account_with_the_same_name() =>
        AssertDenied(SignInFaultCode.AccountExists, Facts() with { InTheWay = _world.Person("anna") });

    [Fact]
    public void Refuses_a_void_invitation() =>
        AssertDenied(SignInFaultCode.InvitationInvalid, Facts() with { Purpose = SignInPurpose.Link });

    [Theory]
    [InlineData("other.example", false)]
    [InlineData(null, false)]
    [InlineData("ACME.example", true)]
    public void The_tenant_claim_must_be_the_expected_one(string? came, bool allowed)
    {
        _world.Connection = _world.Connection with { Attributes = new AttributeMap { Tenant = "tid", ExpectedTenant = "acme.example" } };
        var decision = Decide(Facts(tenantClaim: came));

        Assert.Equal(allowed, decision is SignInDecision.Allow);
        Assert.True(allowed || decision is SignInDecision.Deny { Code: SignInFaultCode.WrongTenantClaim });
    }

    [Fact]
    public void Asks_for_more_once_and_refuses_when_it_does_not_come()
    {
        _policy = Policy() with { AssuranceByRole = new Dictionary<string, Assurance> { [BuiltInRoles.User] = Assurance.Aal2 } };
        var facts = Facts() with { Roles = [RoleOf(BuiltInRoles.User)] };

        Assert.Equal(new SignInDecision.StepUp(Assurance.Aal2), Decide(facts));
        AssertDenied(SignInFaultCode.AssuranceTooLow, facts with { StepUpWasAsked = true });
    }

    [Fact]
    public void Refuses_an_old_sign_in_where_a_fresh_one_was_asked_for() =>
        AssertDenied(SignInFaultCode.AuthenticationTooOld, Facts() with { MustBeAfter = _world.Time.Now.AddMinutes(5) });

    [Fact]
    public void The_shortest_limit_of_all_roles_counts_and_an_admins_is_short_by_nature()
    {
        _policy = Policy() with
        {
            Settings = new TenantSettings
            {
                TenantId = _world.Tenant.Id,
                SessionLimitsByRole = new Dictionary<string, SessionLimits>
                {
                    [BuiltInRoles.Agent] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
                },
            },
        };

        var allow = Assert.IsType<SignInDecision.Allow>(
            Decide(Facts() with { Roles = [RoleOf(BuiltInRoles.Admin), RoleOf(BuiltInRoles.Agent)] }));

        Assert.Equal(new SessionLimits(TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)), allow.Limits);
    }

    private static EffectiveRole RoleOf(string name) =>
        new(BuiltInRoles.OfTenants.First(role => role.Name == name), null, [new RoleReason.ByBelonging()]);

    private SignInPolicy Policy() => new() { Settings = new TenantSettings { TenantId = _world.Tenant.Id } };

    private SignInFacts Facts(string? tenantClaim = null)
    {
        var valid = _world.Verified("s-1", "anna");
        return new SignInFacts
        {
            Tenant = _world.Tenant,
            SignIn = new VerifiedSignIn
            {
                Connection = valid.Connection,
                Subject = valid.Subject,
                Profile = valid.Profile with { Tenant = tenantClaim },
                Method = valid.Method,
                Assurance = valid.Assurance,
                AuthenticatedAt = valid.AuthenticatedAt,
                Evidence = valid.Evidence,
                Report = valid.Report,
            },
            Purpose = SignInPurpose.SignIn,
            Roles = [],
        };
    }

    private SignInDecision Decide(SignInFacts facts) => SignInDecision.Decide(facts, _policy ?? Policy(), _world.Time.Now);

    private void AssertDenied(SignInFaultCode code, SignInFacts facts) =>
        Assert.Equal(code, Assert.IsType<SignInDecision.Deny>(Decide(facts)).Code);
}
