using Keyline.Devices;
using Keyline.Journal;
using Keyline.Storage.Core;

namespace Keyline.Storage.Devices;

/// <summary>The device plane's unit of work.</summary>
internal sealed class DevicesJournal(
    DevicesContext db, Dialect dialect, FeedSignal signal, IEnumerable<IChangeListener> listeners, TimeProvider time)
    : JournalOf<DevicesContext>(db, dialect, signal, listeners, time), IDevicesJournal;
