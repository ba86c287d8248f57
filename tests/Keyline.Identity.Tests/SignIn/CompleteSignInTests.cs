using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Journal;
using Keyline.Secrets;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.SignIn;

public class CompleteSignInTests
{
    private readonly SignInWorld _world = new();

    [Fact]
    public async Task A_first_sign_in_makes_a_person_a_session_and_an_audit_entry_with_the_idps_identifiers()
    {
        var done = await SignInAsync(_world.Verified("s-1", "anna", "phones"));

        var person = Assert.Single(_world.People.All);
        Assert.Equal(person.Id, Assert.Single(_world.Links.All).PersonId);
        Assert.Equal(person.Id, done.Session.PersonId);
        Assert.Equal(BearerSecret.Hash(done.Secret), Assert.Single(_world.Sessions.All).SecretHash);
        var entry = Assert.Single(_world.Journal.Entries);
        Assert.Equal(("sign-in", AuditOutcome.Success, "_r1"), (entry.Action, entry.Outcome, entry.Facts["saml-response"]));
    }

    [Fact]
    public async Task A_second_sign_in_finds_the_same_person_and_announces_nothing_that_did_not_change()
    {
        await SignInAsync(_world.Verified("s-1", "anna", "phones"));
        _world.Journal.Changes.Clear();

        await SignInAsync(_world.Verified("s-1", "anna", "phones"));

        Assert.Single(_world.People.All);
        Assert.Empty(_world.Journal.Changes);
    }

    [Fact]
    public async Task Groups_are_joined_and_left_as_the_idp_says_and_those_of_other_connections_stay()
    {
        await SignInAsync(_world.Verified("s-1", "anna", "phones", "sales"));
        var other = new Group
        {
            Id = GroupId.New(),
            TenantId = _world.Tenant.Id,
            ConnectionId = ConnectionId.New(),
            Key = "elsewhere",
            Name = "elsewhere",
            CreatedAt = _world.Time.Now,
        };
        _world.Groups.All.Add(other);
        _world.Groups.Members.Add((other.Id, _world.People.All[0].Id));

        await SignInAsync(_world.Verified("s-1", "anna", "sales", "support"));

        var mine = await _world.Groups.ListOfPersonAsync(_world.Tenant.Id, _world.People.All[0].Id, CancellationToken.None);
        Assert.Equal(["elsewhere", "sales", "support"], mine.Select(group => group.Key).Order());
        Assert.Contains(_world.Journal.Changes, change => change.Kind == ChangeKinds.PersonAccess);
    }

    [Fact]
    public async Task I7_a_person_who_is_deactivated_while_they_sign_in_stays_so_and_gets_no_session()
    {
        await SignInAsync(_world.Verified("s-1", "anna", "phones"));
        _world.Sessions.All.Clear();
        _world.People.BeforeMark = () => _world.People.All[0] = _world.People.All[0] with { State = PersonState.Deactivated };

        var refused = await RefuseAsync(_world.Verified("s-1", "anna", "phones"));

        Assert.Equal(SignInFaultCode.PersonDeactivated, refused.Fault.Code);
        Assert.Equal(PersonState.Deactivated, _world.People.All[0].State);
        Assert.Empty(_world.Sessions.All);
    }

    [Fact]
    public async Task I4_an_address_that_an_existing_person_has_never_links()
    {
        _world.Person("anna");

        var refused = await RefuseAsync(_world.Verified("stranger", "anna"));

        Assert.Equal(SignInFaultCode.AccountExists, refused.Fault.Code);
        Assert.Contains("invitation", refused.Fault.Detail, StringComparison.Ordinal);
        Assert.Empty(_world.Links.All);
        Assert.Empty(_world.Sessions.All);
    }

    [Fact]
    public async Task A_refusal_is_in_the_audit_and_in_the_trace_under_one_reference()
    {
        _world.Connection = _world.Connection with { CreatesPeople = false };

        var refused = await RefuseAsync(_world.Verified("s-1", "anna"));

        Assert.Equal(refused.Reference, Assert.Single(_world.Traces.All).Reference);
        var entry = Assert.Single(_world.Journal.Entries);
        Assert.Equal((AuditOutcome.Denied, refused.Reference, "PersonUnknown"), (entry.Outcome, entry.Reference, entry.Facts["code"]));
    }

    [Fact]
    public async Task Two_first_sign_ins_of_one_subject_at_once_make_one_person()
    {
        _world.Journal.BeforeCommit = () => _world.Links.All.Add(new PersonIdentity
        {
            TenantId = _world.Tenant.Id,
            ConnectionId = _world.Connection.Id,
            Subject = "s-1",
            PersonId = _world.Person("anna").Id,
            LinkedAt = _world.Time.Now,
        });

        var second = await _world.Complete.CompleteAsync(_world.Verified("s-1", "anna"), _world.Context(), TestContext.Current.CancellationToken);

        Assert.IsType<SignInOutcome.SignedIn>(second);
        Assert.Single(_world.People.All);
        Assert.Single(_world.Links.All);
    }

    [Fact]
    public async Task An_invitation_links_the_identity_to_the_invited_person_and_keeps_their_names()
    {
        var invited = _world.Person("anna");

        var done = await SignInAsync(_world.Verified("s-9", "a.smith"), Link(invited));

        Assert.Equal(invited.Id, done.Session.PersonId);
        Assert.Equal("anna", Assert.Single(_world.People.All).UserName);
        Assert.Equal("s-9", Assert.Single(_world.Links.All).Subject);
    }

    [Fact]
    public async Task An_identity_of_somebody_else_can_not_be_linked()
    {
        await SignInAsync(_world.Verified("s-1", "bert"));
        var invited = _world.Person("anna");

        var refused = await RefuseAsync(_world.Verified("s-1", "bert"), Link(invited));

        Assert.Equal(SignInFaultCode.LinkedToAnother, refused.Fault.Code);
    }

    [Fact]
    public async Task An_invitation_is_good_once()
    {
        var context = Link(_world.Person("anna"));
        await SignInAsync(_world.Verified("s-9", "a.smith"), context);

        var refused = await RefuseAsync(_world.Verified("s-10", "a.smith"), context);

        Assert.Equal(SignInFaultCode.InvitationInvalid, refused.Fault.Code);
    }

    private SignInContext Link(Person invited)
    {
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            TenantId = _world.Tenant.Id,
            PersonId = invited.Id,
            ConnectionId = _world.Connection.Id,
            TokenHash = [],
            CreatedBy = "test",
            CreatedAt = _world.Time.Now,
            ExpiresAt = _world.Time.Now.AddDays(1),
        };
        _world.Invitations.All.Add(invitation);
        return _world.Context(SignInPurpose.Link, new SignInTransaction
        {
            Id = TransactionId.New(),
            TenantId = _world.Tenant.Id,
            ConnectionId = _world.Connection.Id,
            Purpose = SignInPurpose.Link,
            StateHash = [],
            BrowserHash = [],
            RequestId = "_1",
            ReturnPath = "/",
            PersonId = invited.Id,
            CreatedAt = _world.Time.Now,
            ExpiresAt = _world.Time.Now.AddMinutes(5),
        }) with
        { Details = new TransactionDetails { Invitation = invitation.Id } };
    }

    private async Task<SignInOutcome.SignedIn> SignInAsync(VerifiedSignIn signIn, SignInContext? context = null) =>
        Assert.IsType<SignInOutcome.SignedIn>(
            await _world.Complete.CompleteAsync(signIn, context ?? _world.Context(), TestContext.Current.CancellationToken));

    private async Task<SignInOutcome.Refused> RefuseAsync(VerifiedSignIn signIn, SignInContext? context = null) =>
        Assert.IsType<SignInOutcome.Refused>(
            await _world.Complete.CompleteAsync(signIn, context ?? _world.Context(), TestContext.Current.CancellationToken));
}
