using Keyline.Journal;

namespace Keyline.Devices;

/// <summary>The device plane's unit of work.</summary>
public interface IDevicesJournal : IJournal;
