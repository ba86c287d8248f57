using Keyline.Identity.SignIn;
using Keyline.Secrets;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.SignIn;

public class SignInTransactionsTests
{
    private readonly SignInWorld _world = new();

    [Fact]
    public async Task Is_taken_back_once_where_it_began()
    {
        var started = await BeginAsync();

        var taken = await TakeAsync(started.State, started.Browser);

        Assert.True(taken.Ok);
        Assert.Equal(started.Transaction.Id, taken.Value.Id);
        Assert.Equal(SignInFaultCode.TransactionSpent, (await TakeAsync(started.State, started.Browser)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_an_unknown_state()
    {
        var started = await BeginAsync();

        Assert.Equal(SignInFaultCode.UnknownTransaction, (await TakeAsync(BearerSecret.New(), started.Browser)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_another_browser_and_leaves_the_sign_in_to_its_own()
    {
        var started = await BeginAsync();

        Assert.Equal(SignInFaultCode.WrongBrowser, (await TakeAsync(started.State, BearerSecret.New())).Fault?.Code);
        Assert.Equal(SignInFaultCode.WrongBrowser, (await TakeAsync(started.State, null)).Fault?.Code);
        Assert.True((await TakeAsync(started.State, started.Browser)).Ok);
    }

    [Fact]
    public async Task Refuses_another_connection_of_the_tenant()
    {
        var started = await BeginAsync();
        _world.Connection = SignInWorld.NewConnection(_world.Tenant, "other");

        Assert.Equal(SignInFaultCode.WrongConnection, (await TakeAsync(started.State, started.Browser)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_another_tenant()
    {
        var started = await BeginAsync();
        _world.Tenant = SignInWorld.NewTenant("other");
        _world.Connection = SignInWorld.NewConnection(_world.Tenant, "corp");

        Assert.Equal(SignInFaultCode.UnknownTransaction, (await TakeAsync(started.State, started.Browser)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_what_took_too_long()
    {
        var started = await BeginAsync();
        _world.Time.Now += SignInTransaction.Lifetime;

        Assert.Equal(SignInFaultCode.TransactionExpired, (await TakeAsync(started.State, started.Browser)).Fault?.Code);
    }

    private Task<StartedSignIn> BeginAsync() => _world.InFlight.BeginAsync(new NewSignIn
    {
        Tenant = _world.Tenant,
        Connection = _world.Connection,
        ReturnPath = ReturnPath.Home(_world.Tenant.Slug),
    }, "_1", TestContext.Current.CancellationToken);

    private Task<Result<SignInTransaction, SignInFault>> TakeAsync(SecretText state, SecretText? browser) =>
        _world.InFlight.TakeAsync(_world.Connection, state, browser, TestContext.Current.CancellationToken);
}
