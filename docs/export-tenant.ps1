<#
.SYNOPSIS
    Writes what decides about licenses in a tenant to one file, for Licensing Lab. It only reads.

.DESCRIPTION
    The file holds products with their seats, users with their license assignment states, groups that carry licenses
    with their members, contacts and deleted users and groups. It holds names and mail addresses: Licensing Lab replaces
    them when it imports the file, and nothing leaves the browser, but the file itself is yours to keep safe.

    Every request is a GET. It needs the module Microsoft.Graph.Authentication
    (Install-Module Microsoft.Graph.Authentication) and asks for the scope Directory.Read.All, with -AuditLog for
    AuditLog.Read.All too. Windows PowerShell 5.1 and PowerShell 7 both run it.

.PARAMETER Path
    The file to write. An existing one is overwritten.

.PARAMETER AllGroups
    Also groups that neither carry licenses nor stand in anybody's license assignment states.

.PARAMETER AuditLog
    Also the events of the audit log about licenses and groups of the last days (7 by default).

.PARAMETER AuditDays
    How many days back the audit log is read.

.EXAMPLE
    .\export-tenant.ps1 -Path tenant.json
#>
[CmdletBinding()]
param(
    [string] $Path = 'tenant.json',
    [switch] $AllGroups,
    [switch] $AuditLog,
    [ValidateRange(1, 30)] [int] $AuditDays = 7
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$graph = 'https://graph.microsoft.com/v1.0'

# One GET. Graph asks to wait when it is busy.
function Get-Answer([string] $Url) {
    for ($attempt = 1; ; $attempt++) {
        try {
            return Invoke-MgGraphRequest -Method GET -Uri $Url -OutputType Json | ConvertFrom-Json
        }
        catch {
            if ($attempt -ge 5 -or "$_" -notmatch '429|503|504|TooManyRequests|ServiceUnavailable') { throw }
            Start-Sleep -Seconds (10 * $attempt)
        }
    }
}

# The elements of all pages of a list, one after the other.
function Get-All([string] $Url) {
    while ($Url) {
        $answer = Get-Answer $Url
        foreach ($element in @($answer.value)) { $element }
        $next = $answer.PSObject.Properties['@odata.nextLink']
        $Url = if ($next) { $next.Value } else { $null }
    }
}

# Writes a list, one element a line. Elements come through the pipeline, so that memory holds one page.
function Write-List {
    param([string] $Name, [switch] $IsFirst, [Parameter(ValueFromPipeline)] $Element)
    begin {
        $writer.Write($(if ($IsFirst) { "`n""$Name"": [" } else { ",`n""$Name"": [" }))
        $count = 0
    }
    process {
        if ($null -ne $Element) {
            if ($count -gt 0) { $writer.Write(',') }
            $writer.Write("`n" + (ConvertTo-Json -InputObject $Element -Depth 20 -Compress))
            $count++
            if ($count % 500 -eq 0) { Write-Progress -Activity 'Reading the tenant' -Status "$Name`: $count" }
        }
    }
    end {
        $writer.Write("`n]")
        Write-Host "$Name`: $count"
    }
}

$scopes = @('Directory.Read.All')
if ($AuditLog) { $scopes += 'AuditLog.Read.All' }
Connect-MgGraph -Scopes $scopes -NoWelcome

$groupProperties = 'id,displayName,groupTypes,mailEnabled,securityEnabled,membershipRule,membershipRuleProcessingState,assignedLicenses,licenseProcessingState'
$userProperties = 'id,displayName,userPrincipalName,mailNickname,usageLocation,userType,accountEnabled,department,jobTitle,companyName,country,state,city,mail,proxyAddresses,assignedLicenses,licenseAssignmentStates'
$target = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$writer = New-Object System.IO.StreamWriter($target, $false, (New-Object System.Text.UTF8Encoding($false)))
try {
    $moment = [DateTime]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
    $writer.Write("{`n""format"": ""licensing-lab-tenant"",`n""version"": 1,`n""exportedAt"": ""$moment"",`n""exportedBy"": ""export-tenant.ps1"",")

    Get-All "$graph/organization?`$select=id,displayName,countryLetterCode,verifiedDomains" | Write-List 'organization' -IsFirst
    Get-All "$graph/subscribedSkus" | Write-List 'subscribedSkus'

    # Groups from which somebody has a license are wanted too, also when they carry none any more.
    $named = New-Object 'System.Collections.Generic.HashSet[string]'
    Get-All "$graph/users?`$select=$userProperties&`$top=200" | ForEach-Object {
        foreach ($state in @($_.licenseAssignmentStates)) {
            if ($state -and $state.assignedByGroup) { [void] $named.Add($state.assignedByGroup) }
        }
        $_
    } | Write-List 'users'

    Get-All "$graph/groups?`$select=$groupProperties&`$top=500" | Where-Object {
        $AllGroups -or @($_.assignedLicenses).Count -gt 0 -or $named.Contains($_.id)
    } | ForEach-Object {
        $members = @(Get-All "$graph/groups/$($_.id)/members?`$select=id&`$top=999")
        $_ | Add-Member -NotePropertyName members -NotePropertyValue $members -PassThru
    } | Write-List 'groups'

    Get-All "$graph/contacts?`$select=id,displayName,mail,proxyAddresses&`$top=500" | Write-List 'contacts'
    Get-All "$graph/directory/deletedItems/microsoft.graph.user?`$select=$userProperties,deletedDateTime&`$top=200" | Write-List 'deletedUsers'
    Get-All "$graph/directory/deletedItems/microsoft.graph.group?`$select=id,displayName,groupTypes,mailEnabled,securityEnabled,deletedDateTime&`$top=500" | Write-List 'deletedGroups'

    if ($AuditLog) {
        $since = [DateTime]::UtcNow.AddDays(-$AuditDays).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
        $filter = "activityDateTime ge $since and loggedByService eq 'Core Directory' and (category eq 'GroupManagement' or category eq 'UserManagement')"
        Get-All "$graph/auditLogs/directoryAudits?`$filter=$([Uri]::EscapeDataString($filter))&`$top=200" | Write-List 'directoryAudits'
    }
    $writer.Write("`n}`n")
}
finally {
    $writer.Dispose()
}
Write-Host "Written to $target. Keep it safe: it holds names and mail addresses."
