using System.Diagnostics;
using Keyline.Checks;

namespace Keyline.OpenId.Verification;

/// <summary>Writes down each check as it is made, and stops at the first that fails.</summary>
internal sealed class CheckRecorder
{
    private readonly List<Check> _checks = [];
    private OAuthFault? _fault;

    public bool Require(string name, bool holds, OAuthFaultCode code, string expected, string came, string toDo) =>
        holds ? Pass(name, expected, came) : Fail(name, new OAuthFault(code, expected, came, toDo));

    public bool Pass(string name, string expected, string came)
    {
        _checks.Add(new Check(name, CheckVerdict.Passed, expected, came));
        return true;
    }

    public bool Fail(string name, OAuthFault fault)
    {
        _checks.Add(new Check(name, CheckVerdict.Failed, fault.Expected, fault.Came));
        _fault ??= fault;
        return false;
    }

    public void Skip(string name, string why) => _checks.Add(new Check(name, CheckVerdict.NotNeeded, why, "not checked"));

    public void Warn(string name, string expected, string came) => _checks.Add(new Check(name, CheckVerdict.Warning, expected, came));

    public Checked<T> Accept<T>(T proof)
        where T : notnull => _fault is null ? new Checked<T>(proof, Report()) : throw new UnreachableException();

    public Checked<T> Refuse<T>()
        where T : notnull => new(_fault ?? throw new UnreachableException(), Report());

    private CheckReport Report() => new() { Checks = _checks };
}
