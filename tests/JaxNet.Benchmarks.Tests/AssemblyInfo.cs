// Each side wants all cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
