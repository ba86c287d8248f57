using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Settings;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Portal.Connections;

/// <summary>The step in which the IdP is named: metadata, issuer and client, or directory.</summary>
internal static class IdpEndpoints
{
    private const int MaxFile = 900_000;

    public static async Task<IResult> ShowAsync(HttpContext context, Desk desk, CancellationToken ct)
    {
        if (desk.Connection is not { } connection)
        {
            return desk.NotFound();
        }

        // Asked right after saving only: a page that is merely opened waits for no directory.
        var asks = connection.Settings is LdapConnectionSettings && context.Request.Query["ask"] == "1" && desk.Right.Ok;
        var asked = asks && desk.Right.Value is { } right
            ? await context.RequestServices.GetRequiredService<ChangeLdapSettings>().TryAsync(right, connection.Id, ct)
            : null;
        return await PageAsync(context, desk, connection, Forms.Of(connection), asked, ct);
    }

    public static Task<IResult> ChangeAsync(HttpContext context, Desk desk, PostedForm form, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var services = context.RequestServices;
            var changed = connection.Settings switch
            {
                SamlConnectionSettings => await services.GetRequiredService<ReadSamlMetadata>()
                    .FromAddressAsync(right, connection.Id, form.Text("metadata-url"), form.Text("entity-id"), ct),
                OidcConnectionSettings => await services.GetRequiredService<ChangeOidcSettings>().ChangeAsync(right, connection.Id, Forms.ReadOidc(form), ct),
                _ => await services.GetRequiredService<ChangeLdapSettings>().ChangeAsync(right, connection.Id, Forms.ReadLdap(form), ct),
            };
            return changed.Ok
                ? desk.GoTo(desk.Paths.Idp + (connection.Kind == ConnectionKind.Ldap ? "?ask=1" : ""))
                : await PageAsync(context, desk, connection, Forms.Of(connection).Typed(form, changed.Fault), null, ct);
        });

    public static Task<IResult> ReadFileAsync(HttpContext context, Desk desk, PostedForm form, ReadSamlMetadata metadata, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var file = await form.FileAsync("metadata-file", MaxFile, ct);
            var read = await metadata.FromTextAsync(right, connection.Id, file.Length > 0 ? file : form.Text("metadata"), form.Text("file-entity-id"), ct);
            return read.Ok
                ? desk.GoTo(desk.Paths.Idp)
                : await PageAsync(context, desk, connection, Forms.Of(connection) with { Fault = read.Fault }, null, ct);
        });

    public static Task<IResult> RenewKeyAsync(Desk desk, ChangeSamlSettings saml, ChangeOidcSettings oidc, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var renewed = connection.Settings switch
            {
                OidcConnectionSettings => await oidc.RenewKeyAsync(right, connection.Id, ct),
                SamlConnectionSettings settings when settings.Keys.Any(key => key.State == SamlKeyState.Next) => await saml.UseNextKeyAsync(right, connection.Id, ct),
                _ => await saml.AddNextKeyAsync(right, connection.Id, ct),
            };
            return renewed.Ok
                ? desk.GoTo(connection.Kind == ConnectionKind.Oidc || desk.Setup is not null ? desk.Paths.Idp : desk.Paths.Options)
                : desk.Refused(renewed.Fault);
        });

    private static async Task<IResult> PageAsync(
        HttpContext context, Desk desk, Connection connection, FormState form, Result<Identity.Directory.DirectoryFacts, ConnectionFault>? asked, CancellationToken ct)
    {
        var frame = desk.Frame(connection, DeskStep.Idp, connection.Name, form.Fault);
        var status = Answers.StatusOf(form.Fault?.Detail);
        return connection.Settings switch
        {
            SamlConnectionSettings saml => Page.Of<SamlIdpPage>(new SamlIdpModel(frame, saml, IdpCertificate.Of(saml.Provider), form), status),
            OidcConnectionSettings oidc => Page.Of<OidcIdpPage>(
                new OidcIdpModel
                {
                    Frame = frame,
                    Settings = oidc,
                    Form = form,
                    IssuerExample = ConnectionPresets.Of(connection).IssuerExample,
                    IsEntra = connection.Preset == Preset.Entra,
                    IsGoogle = connection.Preset == Preset.Google,
                    PublicKeys = oidc.ClientMethod == OidcClientMethod.PrivateKey
                        ? context.RequestServices.GetRequiredService<ChangeOidcSettings>().PublicKeys(connection)
                        : null,
                },
                status),
            LdapConnectionSettings ldap => Page.Of<LdapIdpPage>(
                new LdapIdpModel
                {
                    Frame = frame,
                    Settings = ldap,
                    Form = form,
                    ClearTextAllowed = (await context.RequestServices.GetRequiredService<ISettingsStore>().GetAsync(connection.TenantId, ct)).InsecureAllowClearTextLdap,
                    Answer = asked is { Ok: true, Value: var facts } ? Say(facts) : null,
                    AnswerFault = asked?.Fault?.Detail,
                },
                status),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Say(Identity.Directory.DirectoryFacts facts) =>
        (facts.ActiveDirectory ? "It is Active Directory. " : "") + $"It holds entries below {string.Join("; ", facts.NamingContexts)}. "
        + (facts.Paging ? "It answers page by page." : "It does not answer page by page: very large groups may be cut off.");
}
