using '../subscription.bicep'

param appName = 'func-snapshot'
param topicName = 'evgt-snapshot'
param storageName = 'ledgersnapshot'
