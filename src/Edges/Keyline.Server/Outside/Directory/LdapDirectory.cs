using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using Keyline.Identity.Directory;
using Keyline.Secrets;
using Keyline.Server.Outside.Reach;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Directory;

/// <summary>Asks directories: a connection per question, the service account first.</summary>
internal sealed class LdapDirectory : IDirectory, IDisposable
{
    /// <summary>RFC 4530, and the mark of Active Directory in the root entry.</summary>
    private const string ActiveDirectoryMark = "1.2.840.113556.1.4.800";
    private const string PagingMark = "1.2.840.113556.1.4.319";
    private const int MaxUserName = 256;

    private static readonly LdapFilter _any = new LdapFilter.Present("objectClass");

    private readonly DirectoryOptions _options;
    private readonly ILogger<LdapDirectory> _log;
    private readonly TargetGuard _guard;
    private readonly SemaphoreSlim _places;

    public LdapDirectory(IOptions<DirectoryOptions> options, ILogger<LdapDirectory> log)
    {
        _options = options.Value;
        _log = log;
        _guard = new TargetGuard(_options.InsecureAllowNetworks.Select(network => IPNetwork.Parse(network)));
        _places = new SemaphoreSlim(_options.MaxConnections);
        if (_options.InsecureAllowNetworks.Count > 0)
        {
            Log.NetworksAllowed(log, string.Join(", ", _options.InsecureAllowNetworks));
        }
    }

    public void Dispose() => _places.Dispose();

    public Task<Result<DirectoryFacts, DirectoryFault>> CheckAsync(DirectorySettings settings, CancellationToken ct) =>
        AskAsync<DirectoryFacts>(settings, ReadFactsAsync, ct);

    public Task<Result<DirectoryPerson, DirectoryFault>> SignInAsync(
        DirectorySettings settings, string userName, SecretText password, CancellationToken ct) =>
        AskAsync<DirectoryPerson>(settings, (connection, patience) => FindAsync(connection, settings, userName, password, patience), ct);

    public Task<Result<DirectoryPerson, DirectoryFault>> FindAsync(DirectorySettings settings, string userName, CancellationToken ct) =>
        AskAsync<DirectoryPerson>(settings, (connection, patience) => FindAsync(connection, settings, userName, null, patience), ct);

    public Task<Result<DirectoryGroups, DirectoryFault>> ListGroupsAsync(DirectorySettings settings, int limit, CancellationToken ct) =>
        AskAsync<DirectoryGroups>(settings, (connection, patience) => ListGroupsAsync(connection, settings, limit, patience), ct);

    /// <summary>Connects, signs in as the service account and asks; whatever goes wrong becomes a fault.</summary>
    private async Task<Result<T, DirectoryFault>> AskAsync<T>(
        DirectorySettings settings, Func<LdapConnection, CancellationToken, Task<Result<T, DirectoryFault>>> ask, CancellationToken ct)
        where T : notnull
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        Result<T, DirectoryFault> answer;
        var placed = false;
        try
        {
            await _places.WaitAsync(patience.Token);
            placed = true;
            answer = await AskOnceAsync(settings, ask, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            answer = new DirectoryFault(DirectoryFaultCode.Unreachable, $"no whole answer came within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (UnauthorizedAccessException e)
        {
            answer = new DirectoryFault(DirectoryFaultCode.ForbiddenTarget, e.Message);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            answer = new DirectoryFault(DirectoryFaultCode.Unreachable, e.Message);
        }
        catch (AsnContentException e)
        {
            answer = new DirectoryFault(DirectoryFaultCode.BadAnswer, $"expected LDAP, got something else: {e.Message}");
        }
        finally
        {
            if (placed)
            {
                _places.Release();
            }
        }

        if (!answer.Ok)
        {
            Log.NotAnswered(_log, settings.Host, settings.Port, answer.Fault.Code, answer.Fault.Detail);
        }

        return answer;
    }

    private async Task<Result<T, DirectoryFault>> AskOnceAsync<T>(
        DirectorySettings settings, Func<LdapConnection, CancellationToken, Task<Result<T, DirectoryFault>>> ask, CancellationToken ct)
        where T : notnull
    {
        if (LdapSettingsCheck.Problem(settings) is { } problem)
        {
            return problem;
        }

        await using var stream = await GuardedSocket.ConnectAsync(settings.Host, settings.Port, _guard, ct);
        await using var connection = new LdapConnection(stream, Seconds);
        if (await LdapEncryption.StartAsync(connection, settings, ct) is { } unsafeWay)
        {
            return unsafeWay;
        }

        var bound = await connection.BindAsync(settings.ServiceDn, settings.ServicePassword, ct);
        if (bound.Code != LdapResult.Success)
        {
            return bound.Code is LdapResult.InvalidCredentials or LdapResult.NoSuchObject
                ? new DirectoryFault(DirectoryFaultCode.ServicePasswordWrong, $"the directory does not let '{settings.ServiceDn}' in: {bound}")
                : new DirectoryFault(DirectoryFaultCode.Refused, $"the directory refused the service account: {bound}");
        }

        return await ask(connection, ct);
    }

    private int Seconds => Math.Max(1, (int)_options.Timeout.TotalSeconds);

    private async Task<Result<DirectoryPerson, DirectoryFault>> FindAsync(
        LdapConnection connection, DirectorySettings settings, string userName, SecretText? password, CancellationToken ct)
    {
        if (userName.Length is 0 or > MaxUserName || password?.Reveal().Length == 0)
        {
            return new DirectoryFault(DirectoryFaultCode.NotSignedIn, "expected a name and a password, one of them is empty or too long");
        }

        var found = new List<LdapEntry>();
        var result = await connection.SearchAsync(
            new LdapSearch
            {
                Base = settings.PeopleBase,
                Filter = LdapFilterParser.Parse(settings.PersonFilter, "user") ?? _any,
                Values = new Dictionary<string, string> { ["user"] = userName },
                Attributes = [.. settings.Attributes, settings.SubjectAttribute, "memberOf"],
                Limit = 2,
            },
            found,
            paged: false,
            ct);
        if (result.Code is not (LdapResult.Success or LdapResult.SizeLimitExceeded))
        {
            return Refuse(result, "the search for the person");
        }

        if (found is not [var entry])
        {
            if (password is not null)
            {
                // A bind that must fail: an unknown name takes as long as a wrong password.
                await connection.BindAsync($"cn={Guid.NewGuid():N},{settings.PeopleBase}", password, ct);
            }

            return new DirectoryFault(
                DirectoryFaultCode.NotSignedIn, found.Count == 0 ? "no entry matches the name" : "more than one entry matches the name");
        }

        if (entry.Subject(settings.SubjectAttribute) is not { } subject)
        {
            return new DirectoryFault(
                DirectoryFaultCode.NoSubject, $"expected one value of '{settings.SubjectAttribute}' in '{entry.Dn}', found none or several");
        }

        // The service account still reads the groups: a person may not be allowed to.
        var groups = await new LdapGroups(connection, settings, _options).FindAsync(entry, userName, ct);
        if (!groups.Ok)
        {
            return groups.Fault;
        }

        var proof = password is null ? null : await connection.BindAsync(entry.Dn, password, ct);
        return proof is null or { Code: LdapResult.Success }
            ? new DirectoryPerson { Subject = subject, Dn = entry.Dn, Groups = groups.Value, Attributes = Texts(entry, settings) }
            : new DirectoryFault(DirectoryFaultCode.NotSignedIn, $"the directory does not let '{entry.Dn}' in: {proof}");
    }

    private static Dictionary<string, IReadOnlyList<string>> Texts(LdapEntry entry, DirectorySettings settings) => settings.Attributes
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(attribute => entry.Texts(attribute).Count > 0)
        .ToDictionary(attribute => attribute, entry.Texts, StringComparer.OrdinalIgnoreCase);

    private static async Task<Result<DirectoryGroups, DirectoryFault>> ListGroupsAsync(
        LdapConnection connection, DirectorySettings settings, int limit, CancellationToken ct)
    {
        var found = new List<LdapEntry>();
        var result = await connection.SearchAsync(
            new LdapSearch
            {
                Base = settings.GroupsBase ?? settings.PeopleBase,
                Filter = LdapFilterParser.Parse(settings.AllGroupsFilter) ?? _any,
                Attributes = [settings.GroupNameAttribute],
                Limit = limit,
            },
            found,
            paged: true,
            ct);
        return result.Code is LdapResult.Success or LdapResult.SizeLimitExceeded
            ? new DirectoryGroups(
                [.. found.Select(group => new DirectoryGroup(group.Dn, group.Texts(settings.GroupNameAttribute) is [var name, ..] ? name : group.Dn))],
                Complete: result.Code == LdapResult.Success)
            : Refuse(result, "the search for groups");
    }

    private static async Task<Result<DirectoryFacts, DirectoryFault>> ReadFactsAsync(LdapConnection connection, CancellationToken ct)
    {
        var found = new List<LdapEntry>();
        var result = await connection.SearchAsync(
            new LdapSearch
            {
                Base = "",
                BaseOnly = true,
                Filter = _any,
                Attributes = ["namingContexts", "supportedControl", "supportedCapabilities"],
                Limit = 1,
            },
            found,
            paged: false,
            ct);
        return result.Code == LdapResult.Success && found is [var root]
            ? new DirectoryFacts(
                root.Texts("namingContexts"),
                root.Texts("supportedCapabilities").Contains(ActiveDirectoryMark),
                root.Texts("supportedControl").Contains(PagingMark))
            : Refuse(result, "the reading of its root entry");
    }

    private static DirectoryFault Refuse(LdapResult result, string what) => new(
        result.Code is LdapResult.SizeLimitExceeded or LdapResult.TimeLimitExceeded or LdapResult.AdminLimitExceeded
            ? DirectoryFaultCode.LimitExceeded
            : DirectoryFaultCode.Refused,
        $"the directory refused {what}: {result}");
}
