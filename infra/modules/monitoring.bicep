metadata description = 'Where logs, traces and metrics go, and what of the account\'s own log is kept.'

param location string
param tags object
param workspaceName string
param insightsName string
param storageName string

@description('Days that logs are kept.')
param daysOfLogs int

@description('Gigabytes of logs taken in a day, at most: a fault that logs without end costs no more. What comes after is lost.')
param dailyGigabytes int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: daysOfLogs
    workspaceCapping: { dailyQuotaGb: dailyGigabytes }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    // Addresses of callers are not wanted.
    DisableIpMasking: false
  }
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = { name: 'default' }
  resource tables 'tableServices' existing = { name: 'default' }
}

// The ledger deletes no file and no fact: any deletion other than of entries in Retries was made by a person.
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'deletions'
  scope: account::blobs
  properties: {
    workspaceId: workspace.id
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'deletions'
  scope: account::tables
  properties: {
    workspaceId: workspace.id
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

output workspaceId string = workspace.id
