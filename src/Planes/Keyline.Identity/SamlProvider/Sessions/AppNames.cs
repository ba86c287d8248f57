using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>Finds what an app knows a person by, or makes it.</summary>
public sealed class AppNames(IAppSessionStore store, TimeProvider time)
{
    /// <summary>The name; null when the person has none of that kind. Nothing is kept yet.</summary>
    public async Task<AppName?> FindOrMakeAsync(SamlApp app, Person person, CancellationToken ct)
    {
        if (app.NameKind != SamlNameKind.Pairwise)
        {
            return (app.NameKind == SamlNameKind.Email ? person.Email : person.UserName) is { Length: > 0 } name
                ? new AppName(name, app.NameIdFormat, null)
                : null;
        }

        if (await store.FindNameAsync(app.Id, person.Id, ct) is { } known)
        {
            return new AppName(known.Value, app.NameIdFormat, null);
        }

        var made = new PairwiseName
        {
            TenantId = app.TenantId,
            AppId = app.Id,
            PersonId = person.Id,
            Value = ProtocolMessage.NewId(),
            CreatedAt = time.GetUtcNow(),
        };
        return new AppName(made.Value, app.NameIdFormat, made);
    }
}
