using Keyline.Identity.Federation.Managing;
using Keyline.Portal.Requests;

namespace Keyline.Portal.Connections;

/// <summary>What a form shows: what is kept, or what was just typed and why it was refused. Secrets are never in it.</summary>
/// <param name="Values">The fields' texts, by name.</param>
/// <param name="Fault">Why it was refused; null when it is shown the first time.</param>
public sealed record FormState(IReadOnlyDictionary<string, string> Values, ConnectionFault? Fault = null)
{
    public string Text(string name) => Values.GetValueOrDefault(name, "");

    public bool Ticked(string name) => Text(name) == "true";

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? Problem(string name) => Fault is { } fault && fault.Field == name ? Answers.Sentence(fault.Detail) : null;

    /// <summary>What was typed, with why it was refused. Only the fields that the form showed are taken.</summary>
    internal FormState Typed(PostedForm form, ConnectionFault fault) =>
        new(Values.Keys.ToDictionary(name => name, form.Text, StringComparer.Ordinal), fault);
}
