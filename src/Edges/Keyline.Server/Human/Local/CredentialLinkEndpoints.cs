using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Portal;
using Keyline.Portal.Authenticators;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Secrets;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace Keyline.Server.Human.Local;

/// <summary>One-time links with which people set a password, and an authenticator app.</summary>
internal static class CredentialLinkEndpoints
{
    private const string Route = "/t/{tenant}/local/link/{secret}";

    private static readonly AccessRule _holder = AccessRule.OwnProof("a one-time link");

    public static void MapCredentialLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).WithMetadata(_holder);
        routes.MapPost(Route, UseAsync).WithMetadata(_holder).DisableAntiforgery();
    }

    /// <summary>The address of a link.</summary>
    public static string PathOf(TenantSlug tenant, SecretText secret) => new TenantPaths(tenant.Value).CredentialLink(secret);

    private static async Task<IResult> ShowAsync(HttpContext context, string secret, UseLink links, CancellationToken ct) =>
        await PageAsync(context, secret, links, null, ct);

    private static async Task<IResult> UseAsync(
        HttpContext context, string secret, [FromForm] string? password, [FromForm] string? again, [FromForm] string? code, UseLink links,
        CancellationToken ct)
    {
        if (password != again)
        {
            return await PageAsync(context, secret, links, AccountWords.NotTheSame, ct);
        }

        var tenant = context.Tenant();
        var used = await links.RunAsync(tenant, new SecretText(secret), new SecretText(password ?? ""), code ?? "", context.Client(), ct);
        if (!used.Ok)
        {
            return await PageAsync(context, secret, links, used.Fault, ct);
        }

        return used.Value.RecoveryCodes.Count == 0
            ? TypedResults.LocalRedirect($"/t/{tenant.Slug}/local")
            : Page.Of<RecoveryCodesPage>(new RecoveryCodesModel
            {
                TenantName = tenant.Name,
                Codes = [.. used.Value.RecoveryCodes.Select(text => text.Reveal())],
                NextHref = $"/t/{tenant.Slug}/local",
                NextText = "I have kept them: sign in",
            });
    }

    private static async Task<IResult> PageAsync(HttpContext context, string secret, UseLink links, AccountFault? fault, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (fault?.Code == AccountFaultCode.LinkOver || await links.OpenAsync(tenant, new SecretText(secret), ct) is not { } opened)
        {
            return Page.Of<RefusalPage>(
                new RefusalModel
                {
                    Title = "This link does not work any more",
                    WhatHappened = "It was used, it is older than a day, or a newer one was made.",
                    WhatToDo = "Ask your administrator for a new one.",
                    TenantName = tenant.Name,
                },
                StatusCodes.Status404NotFound);
        }

        var wrongCode = fault?.Code == AccountFaultCode.WrongCode;
        return Page.Of<CredentialLinkPage>(
            new CredentialLinkModel
            {
                TenantName = tenant.Name,
                Action = PathOf(tenant.Slug, new SecretText(secret)),
                Username = opened.Person.UserName,
                MinimumLength = opened.MinPasswordLength,
                AppAddress = opened.App?.Uri.Reveal(),
                AppSecret = opened.App?.Secret.Reveal(),
                PasswordError = fault is null || wrongCode ? null : AccountWords.Of(fault, opened.MinPasswordLength),
                CodeError = fault is not null && wrongCode ? AccountWords.Of(fault, opened.MinPasswordLength) : null,
            },
            fault is null ? StatusCodes.Status200OK : AccountWords.StatusOf(fault));
    }
}
