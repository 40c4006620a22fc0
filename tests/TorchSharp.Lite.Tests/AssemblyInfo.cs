// Live counts of tensors are the process's: tests that count must not run beside tests that allocate.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
