using Keyline.Identity;
using Keyline.Journal;
using Keyline.Storage.Core;

namespace Keyline.Storage.Identity;

/// <summary>The human plane's unit of work.</summary>
internal sealed class IdentityJournal(
    IdentityContext db, Dialect dialect, FeedSignal signal, IEnumerable<IChangeListener> listeners, TimeProvider time)
    : JournalOf<IdentityContext>(db, dialect, signal, listeners, time), IIdentityJournal;
