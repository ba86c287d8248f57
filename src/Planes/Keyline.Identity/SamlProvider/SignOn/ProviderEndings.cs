using Keyline.Identity.SamlProvider.Apps;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>The two ways in which the answer to a request ends here: committed, or refused.</summary>
public sealed class ProviderEndings(ProviderRecorder recorder, IIdentityJournal journal)
{
    public Task<bool> TryCommitAsync() => journal.TryCommitAsync(CancellationToken.None);

    public async Task<AnswerOutcome> RefuseAsync(ProviderRequest from, SamlProviderFault fault, SamlApp? app) =>
        new AnswerOutcome.Refused(fault, await recorder.RefuseAsync(from, ProviderRecorder.SignOn, fault, app));
}
