using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Tenants;
using Keyline.Journal;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Tenants;

public class TenantTests
{
    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CreateTenant Create => new(_world.Tenants, _world.Recorder);

    private ChangeTenant Change => new(_world.Tenants, _world.Ways, _world.Recorder);

    private Actor Staff => Actor.CommandLine(_world.Operator, "root");

    [Fact]
    public async Task Makes_a_tenant_and_writes_it_into_both_logs()
    {
        var made = await Create.CreateAsync(Staff, "globex", " Globex Ltd ", Plan.Collaborate, Ct);

        Assert.True(made.Ok);
        Assert.Equal("Globex Ltd", made.Value.Name);
        Assert.Contains(made.Value, _world.Tenants.All);
        Assert.Equal([_world.Operator.Id, made.Value.Id], _world.Journal.Entries.Select(entry => entry.TenantId));
        Assert.All(_world.Journal.Entries, entry => Assert.Equal("tenant.create", entry.Action));
    }

    [Theory]
    [InlineData("", "name", Plan.Connect, TenantFaultCode.BadSlug)]
    [InlineData("Globex", "name", Plan.Connect, TenantFaultCode.BadSlug)]
    [InlineData("-globex", "name", Plan.Connect, TenantFaultCode.BadSlug)]
    [InlineData("acme", "name", Plan.Connect, TenantFaultCode.SlugTaken)]
    [InlineData("globex", " ", Plan.Connect, TenantFaultCode.BadName)]
    [InlineData("globex", "two\nlines", Plan.Connect, TenantFaultCode.BadName)]
    [InlineData("globex", "name", (Plan)9, TenantFaultCode.BadPlan)]
    public async Task Refuses_what_is_wrong(string slug, string name, Plan plan, TenantFaultCode code)
    {
        var made = await Create.CreateAsync(Staff, slug, name, plan, Ct);

        Assert.Equal(code, made.Fault?.Code);
        Assert.Equal(3, _world.Tenants.All.Count);
    }

    [Fact]
    public async Task Refuses_anybody_but_the_operator_and_writes_that_down()
    {
        var admin = await _world.AdminAsync(_world.Acme);

        Assert.Equal(TenantFaultCode.OperatorOnly, (await Create.CreateAsync(admin, "globex", "Globex", Plan.Connect, Ct)).Fault?.Code);
        Assert.Equal(TenantFaultCode.OperatorOnly, (await Change.ChangePlanAsync(admin, _world.Acme.Id, Plan.Collaborate, Ct)).Fault?.Code);
        Assert.Equal(TenantFaultCode.OperatorOnly, (await Change.RenameAsync(admin, _world.Acme.Id, "Acme", Ct)).Fault?.Code);
        Assert.Equal(3, _world.Journal.Entries.Count(entry => entry.Outcome == AuditOutcome.Denied && entry.TenantId == _world.Acme.Id));
    }

    [Fact]
    public async Task The_operators_staff_may_and_its_support_may_not()
    {
        var staff = await _world.AdminAsync(_world.Operator);
        var person = _world.AddPerson(_world.Operator, "sam");
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Operator, "corp"), "support", person), BuiltInRoles.Support);

        Assert.True((await Create.CreateAsync(staff, "globex", "Globex", Plan.Basic, Ct)).Ok);
        var support = await _world.ActorAsync(_world.Operator, person);
        Assert.Equal(TenantFaultCode.OperatorOnly, (await Create.CreateAsync(support, "initech", "Initech", Plan.Basic, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Renames_and_changes_the_plan_and_tells_every_node()
    {
        Assert.Equal("Acme Corp", (await Change.RenameAsync(Staff, _world.Acme.Id, "Acme Corp", Ct)).Value?.Name);
        Assert.Equal(Plan.Collaborate, (await Change.ChangePlanAsync(Staff, _world.Acme.Id, Plan.Collaborate, Ct)).Value?.Plan);

        Assert.Equal([ChangeKinds.Tenant, ChangeKinds.Tenant], _world.Journal.Changes.Select(change => change.Kind));
        Assert.All(_world.Journal.Changes, change => Assert.Equal(_world.Acme.Id, change.TenantId));
    }

    [Fact]
    public async Task Refuses_bad_changes()
    {
        Assert.Equal(TenantFaultCode.NotFound, (await Change.RenameAsync(Staff, TenantId.New(), "x", Ct)).Fault?.Code);
        Assert.Equal(TenantFaultCode.BadName, (await Change.RenameAsync(Staff, _world.Acme.Id, "", Ct)).Fault?.Code);
        Assert.Equal(TenantFaultCode.BadPlan, (await Change.ChangePlanAsync(Staff, _world.Acme.Id, (Plan)7, Ct)).Fault?.Code);
        Assert.Equal(TenantFaultCode.OperatorTenant, (await Change.ChangePlanAsync(Staff, _world.Operator.Id, Plan.Basic, Ct)).Fault?.Code);
        _world.Journal.BeforeCommit = () => _world.Tenants.All.Remove(_world.Acme);
        Assert.Equal(TenantFaultCode.Conflict, (await Change.RenameAsync(Staff, _world.Acme.Id, "x", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task I8_Refuses_a_plan_without_sso_while_it_is_the_only_way_in()
    {
        await _world.AdminAsync(_world.Acme);

        Assert.Equal(TenantFaultCode.LocksOut, (await Change.ChangePlanAsync(Staff, _world.Acme.Id, Plan.Basic, Ct)).Fault?.Code);
        _world.AddPerson(_world.Acme, "break-glass", PersonKind.BreakGlass);
        Assert.True((await Change.ChangePlanAsync(Staff, _world.Acme.Id, Plan.Basic, Ct)).Ok);
    }

    [Fact]
    public async Task The_operators_tenant_is_made_once()
    {
        _world.Tenants.All.Remove(_world.Operator);
        var ensure = new EnsureOperator(_world.Tenants, _world.Recorder);

        var first = await ensure.EnsureAsync(Ct);
        var second = await ensure.EnsureAsync(Ct);

        Assert.True(first.IsOperator);
        Assert.Equal(first.Id, second.Id);
        Assert.Single(_world.Journal.Entries);
    }

    [Fact]
    public async Task Two_nodes_that_start_together_make_one_operator_tenant()
    {
        _world.Tenants.All.Remove(_world.Operator);
        _world.Journal.BeforeCommit = () => _world.Tenants.All.Add(_world.Operator);

        Assert.Equal(_world.Operator.Id, (await new EnsureOperator(_world.Tenants, _world.Recorder).EnsureAsync(Ct)).Id);
    }

    [Theory]
    [InlineData(Plan.Basic, false)]
    [InlineData(Plan.Connect, true)]
    [InlineData(Plan.Collaborate, true)]
    public void Says_whether_a_plan_has_sso_and_who_can_change_it(Plan plan, bool included)
    {
        var check = SsoPlan.Check(_world.Acme with { Plan = plan });

        Assert.Equal(included, check.Ok);
        Assert.Equal(included, check.Fault?.Detail.Contains("operator", StringComparison.Ordinal) != true);
    }
}
