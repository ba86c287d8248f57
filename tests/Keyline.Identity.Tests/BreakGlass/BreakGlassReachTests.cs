using Keyline.Identity.BreakGlass;
using Keyline.Identity.Roles;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.BreakGlass;

public class BreakGlassReachTests
{
    private readonly AdminWorld _world = new();

    [Fact]
    public async Task An_administrator_may_hand_out_a_break_glass_account() =>
        Assert.Null(BreakGlassReach.Missing(await _world.AdminAsync(_world.Acme)));

    [Fact]
    public async Task Whoever_may_only_look_after_break_glass_accounts_may_not_hand_one_out()
    {
        var keeper = await _world.ActorWithAsync(_world.Acme, Permissions.BreakGlassManage);

        Assert.NotNull(BreakGlassReach.Missing(keeper));
    }

    [Fact]
    public async Task The_operators_own_administrator_is_not_the_operator()
    {
        var admin = await _world.ActorWithAsync(_world.Operator, [.. BuiltInRoles.OfTenants.First(role => role.Name == BuiltInRoles.Admin).Permissions]);

        Assert.Equal(Permissions.TenantsRead, BreakGlassReach.Missing(admin));
    }
}
