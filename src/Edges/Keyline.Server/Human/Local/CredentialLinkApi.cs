using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Hosting;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Local;

/// <summary>One-time links in the management API.</summary>
internal static class CredentialLinkApi
{
    public static void MapCredentialLinkApi(this IEndpointRouteBuilder routes) =>
        routes.MapApi("people").MapPost("{id:guid}/credential-link", IssueAsync).For(
            Permissions.PeopleManage, "Makes a one-time link with which a person sets a new password, and with it a new authenticator app where asked.");

    private static async Task<Results<Ok<CredentialLinkJson>, ProblemHttpResult>> IssueAsync(
        HttpContext context, Guid id, CredentialLinkBody body, ResetCredentials reset, KeylineOptions options, CancellationToken ct)
    {
        var purpose = body.WithApp ? CredentialLinkPurpose.PasswordAndApp : CredentialLinkPurpose.Password;
        var issued = await reset.RunAsync(context.Actor(), new PersonId(id), purpose, ct);
        return issued.Ok
            ? TypedResults.Ok(new CredentialLinkJson(
                options.PublicOrigin + CredentialLinkEndpoints.PathOf(context.Tenant().Slug, issued.Value.Secret), issued.Value.Link.ExpiresAt))
            : ApiProblem.Of(
                issued.Fault.Code == AccountFaultCode.UnknownPerson ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden,
                "credential-link", issued.Fault.Code, issued.Fault.Detail);
    }
}
