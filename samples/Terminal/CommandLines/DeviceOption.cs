using System.CommandLine;
using static TorchSharp.torch;

namespace JaxNet.Samples.Terminal.CommandLines;

/// <summary>An option that is a device.</summary>
public static class DeviceOption
{
    /// <summary>Makes the option.</summary>
    public static Option<Device> Create() => new("--device")
    {
        Description = "Where the network computes: the processor, or a GPU.",
        HelpName = "cpu|cuda|cuda:1|mps",
        CustomParser = result =>
        {
            var name = result.Tokens[0].Value;
            if (Devices.Find(name) is { } device) return device;
            result.AddError($"--device can't be '{name}'. {Devices.WhatThereIs()}");
            return CPU;
        },
        DefaultValueFactory = _ => CPU,
    };
}
