using Keyline.Identity.Authenticators;
using Keyline.Identity.Directory;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>Asks a connection's directory for a person and their password: search, then bind.</summary>
public sealed class AskDirectory(LdapDirectory directories, IDirectory directory, ISettingsStore settings, TimeProvider time)
{
    /// <summary>The same for an unknown name and for a wrong password.</summary>
    internal static SignInFault Wrong { get; } =
        new(SignInFaultCode.WrongCredentials, "the directory knows no such user name, or the password is wrong");

    internal async Task<Result<VerifiedSignIn, SignInFault>> AskAsync(
        Connection connection, LoginName login, SecretText password, CancellationToken ct)
    {
        var where = directories.Of(connection, await settings.GetAsync(connection.TenantId, ct));
        if (!where.Ok)
        {
            return where.Fault;
        }

        var answer = await directory.SignInAsync(where.Value, login.Value, password, ct);
        return answer.Ok ? LdapClaims.Read(connection, answer.Value, time.GetUtcNow()) : LdapFault.Of(answer.Fault);
    }
}
